/// What a Convex deployment stores its variables in.
enum ConvexDeployment {
    static let valueLimitInBytes = 8192
    static let valueTooLarge =
        "EnvironmentVariableValueTooLarge: The environment variable value is {count} bytes, which is too large. "
        + "(max size: {limit}"
}
