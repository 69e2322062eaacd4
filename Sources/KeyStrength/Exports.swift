// What this module's signatures show, so that `import KeyStrength` is enough.
@_exported public import Encodings
@_exported public import KeyFormats
