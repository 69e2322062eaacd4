// What this module's signatures show, so that `import KeyFormats` is enough.
@_exported public import CryptoOpenSSL
@_exported public import Encodings
