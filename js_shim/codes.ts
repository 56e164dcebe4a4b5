// Generated from src/browser/_codes.py and src/browser/_secrets.py; do not edit.

export const VERSION = "0.1.0";
export const SHIM_MODULE = "_pyodide_browser_shim";
export const OBJECT = 0;
export const ARRAY = -1;
export const FUNCTION = -2;
export const EVENT = -3;
export const PROMISE = -4;
export const OPTIONS = -5;
export const COLLECTION = -6;
export const BUFFER = -7;
export const TYPED_ARRAY = -8;
export const ERROR = -9;
export const DERIVED = -10;
export const GIVEN = -100;
export const LOADED = 1;
export const INTERACTIVE = 2;
export const PROGRESS = 4;
export const LOADSTART = 8;
export const UPLOAD = 16;
export const DONE = 32;
export const LOADEND = 64;
export const STALE = -1;
export const SECRET_NAME =
  /api[_-]?key|auth(?!or(?!i[sz]))|bearer|cookie|credential|csrf|jwt|(?:client|access)[_-]?assertion|connection[_-]?string|mnemonic|passcode|passphrase|passwd|password|passwort|private[._-]?key|saml|secret|sessid|session|signature|ticket|token|verifier|xsrf|(?:backup|device|recovery|reset|verification)[_-]?code|(?:^|[^a-z])(?:cvc|cvv|mfa|t?otp|pass|pin|psw|pw|pwd|sid)(?![a-z])|.key$/i;
