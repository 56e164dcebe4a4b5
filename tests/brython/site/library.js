// A classic library, for `browser.load`.
window.fromLibrary = (n) => n * 21;
