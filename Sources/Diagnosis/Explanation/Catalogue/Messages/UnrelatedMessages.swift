internal import Encodings

extension Catalogue {
    /// What stands beside the errors of keys in the same logs, and has nothing to do with them.
    static let unrelatedMessages: [KnownMessage] = [
        KnownMessage(
            .convexBackend, UnrelatedCode.missingFunction, "Could not find public function for",
            "Could not find function for",
            "Did you forget to run `npx convex dev`", "Could not find public function for {} Did you forget to run",
            "is not a public function",
            example: "Could not find public function for 'messages:list'. Did you forget to run `npx convex dev`?"),
        KnownMessage(
            .convexBackend, UnrelatedCode.databaseURL, "cluster url already contains db name",
            "cluster url already contains db name: {}", "POSTGRES_URL {} database name",
            "must not contain a database name",
            example: "cluster url already contains db name: /convex_self_hosted"),
        KnownMessage(
            .browser, UnrelatedCode.crossOrigin, "blocked by CORS policy", "No 'Access-Control-Allow-Origin' header",
            "blocked by CORS policy{}No 'Access-Control-Allow-Origin' header", "Cross-Origin Request Blocked",
            "CORS Missing Allow Origin", "not allowed by Access-Control-Allow-Origin",
            "Cross-Origin Request Blocked{}CORS",
            example: "Access to fetch at 'https://a' from origin 'https://b' has been blocked by CORS policy"),
        KnownMessage(
            .convexBackend, UnrelatedCode.schema, "Schema validation failed", "does not match the schema",
            "Object is missing the required field", "ArgumentValidationError",
            "Document with ID {} in table {} does not match the schema"),
        KnownMessage(
            .node, UnrelatedCode.moduleNotFound, "Cannot find module", "ERR_MODULE_NOT_FOUND", "MODULE_NOT_FOUND",
            "Could not resolve \"{}\"",
            "No module named", "ModuleNotFoundError: No module named", "Cannot find package",
            "Module not found: Can't resolve",
            "Cannot find module {} code: 'MODULE_NOT_FOUND'", "[ERR_MODULE_NOT_FOUND]: Cannot find package",
            "[ERR_MODULE_NOT_FOUND]: Cannot find module", example: "Error: Cannot find module 'jose'"),
        KnownMessage(
            .node, UnrelatedCode.nodeVersion, "Unsupported engine", "requires a Node.js version", "EBADENGINE",
            "npm WARN EBADENGINE Unsupported engine",
            "The engine \"node\" is incompatible", "Node.js version {} is required", "crypto is not defined",
            "ReferenceError: crypto is not defined", "globalThis.crypto is undefined"),
        KnownMessage(
            .node, UnrelatedCode.javaScript, "Cannot read properties of undefined", "Cannot read properties of null",
            "TypeError: Cannot read properties of undefined (reading '{}')",
            "is not a function", "ReferenceError: {} is not defined", "Hydration failed",
            example: "TypeError: Cannot read properties of undefined (reading 'map')"),
        KnownMessage(
            .node, UnrelatedCode.typeScript, "error TS", "Type error: Type", "is not assignable to type",
            "error TS{}is not assignable to type",
            example: "convex/a.ts(1,2): error TS2322: Type 'string' is not assignable to type 'number'."),
        KnownMessage(
            .others, UnrelatedCode.diskFull, "No space left on device", "ENOSPC", "ENOSPC: no space left on device"),
        KnownMessage(
            .others, UnrelatedCode.heapOutOfMemory, "JavaScript heap out of memory", "OOMKilled", "exit code 137",
            "exited with code 137",
            "Out of memory: Killed process", "Allocation failed - JavaScript heap out of memory"),
        KnownMessage(
            .others, UnrelatedCode.rateLimit, "Too many requests", "429 Too Many Requests", "Rate limit exceeded",
            "rate limited",
            "TooManyFailedAttempts"),
        KnownMessage(
            .convexAuth, UnrelatedCode.wrongPassword, "InvalidAccountId", "InvalidSecret", "Error: InvalidAccountId",
            "Error: InvalidSecret",
            "Invalid credentials", "Invalid password"),
        KnownMessage(
            .others, UnrelatedCode.oauthRedirect, "redirect_uri_mismatch",
            "redirect_uri is not associated with this application",
            "Error 400: redirect_uri_mismatch", "invalid_redirect_uri", "redirect_uri MUST match"),
        KnownMessage(
            .others, UnrelatedCode.emailDelivery, "Could not send", "Resend error",
            "Missing API key. Pass it to the constructor", "EAUTH",
            "You can only send testing emails to your own", example: "Error: Could not send verification email"),
    ]
}
