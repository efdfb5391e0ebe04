// The Node.js this project needs. Kept to old syntax: an old Node must be able to read it to say its sentence.
const REQUIRED = [20, 19];

/** The sentence for a Node.js that is too old, or null. */
export function nodeVersionProblem(version) {
  const parts = version.replace(/^v/, '').split('.').map(Number);
  const major = parts[0];
  const minor = parts[1];
  if (major > REQUIRED[0] || (major === REQUIRED[0] && minor >= REQUIRED[1])) return null;
  return (
    'Concordance demande Node.js ' +
    REQUIRED.join('.') +
    ' ou plus récent ; celui-ci est le ' +
    version.replace(/^v/, '') +
    ' : installez une version récente depuis https://nodejs.org.'
  );
}
