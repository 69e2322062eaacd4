// What this module's signatures show, so that `import AuthKeysJOSE` is enough.
@_exported public import Encodings
@_exported public import HTTPExchange
@_exported public import KeyFormats
