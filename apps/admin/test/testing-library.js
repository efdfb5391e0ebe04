// A machine that runs every test at once is slow: a screen that comes after a second is still right.
const { configure } = require('@testing-library/react');

configure({ asyncUtilTimeout: 15_000 });
