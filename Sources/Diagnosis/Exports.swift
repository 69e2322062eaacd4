// What this module's signatures show, so that `import Diagnosis` is enough.
@_exported public import Consumers
@_exported public import Encodings
