// Counts of a Jest run, from its --json report.

// How a test says that the machine lacks what it needs (test/shared-data.ts): it passes without having run.
const PASSED_OVER = /(^|\s)(est passé\s:|ignoré\s:)/;

/** Counts; a file that could not even be loaded counts as one failure. */
export function summarise(report) {
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const passedOver = tests.filter((test) => test.status === 'passed' && PASSED_OVER.test(test.title)).length;
  return {
    passed: report.numPassedTests - passedOver,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests + passedOver,
  };
}

/** `N passed, N failed`, and `, N skipped` when there are any. */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
