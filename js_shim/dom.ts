/** The DOM half: written by the helper. */
export {};
