internal import AuthKeysJOSE
package import Encodings

/// `auth.config.ts` of a Convex project, and what belongs to it for each provider.
package struct AuthConfigEmitter: Sendable {
    static let configName = "auth.config.ts"
    static let routesName = "http.ts"
    static let authName = "auth.ts"
    static let variablesName = "auth-provider.env"

    package static let fileNames = [configName, routesName, authName, variablesName]

    private let provider: ConvexProvider
    private let key: EmittedKey?
    private let issuer: Issuer?
    private let audience: String

    /// - Parameters:
    ///   - key: for ``ConvexProvider/customJWT``, whose set goes into a variable.
    ///   - issuer: as tokens name it; for ``ConvexProvider/convexAuth`` it is the deployment's own.
    ///   - audience: the `aud` of the tokens, `applicationID` to Convex.
    package init(_ provider: ConvexProvider, key: EmittedKey?, issuer: Issuer?, audience: String) {
        self.provider = provider
        self.key = key
        self.issuer = issuer
        self.audience = audience
    }

    /// - Throws: `internal.proof-failed`.
    package func files() throws(AuthKeysError) -> [EmittedFile] {
        switch provider {
        case .convexAuth:
            return [
                EmittedFile(Self.configName, "convex/auth.config.ts", public: convexAuthConfig),
                EmittedFile(
                    Self.routesName, "convex/http.ts, without which discovery is 404", public: convexAuthRoutes),
                EmittedFile(Self.authName, "convex/auth.ts", public: convexAuthSetup),
            ]
        case .customJWT:
            return [
                EmittedFile(Self.configName, "convex/auth.config.ts", public: customJWTConfig), try variables(),
            ]
        case .clerk, .auth0:
            return [
                EmittedFile(Self.configName, "convex/auth.config.ts", public: hostedConfig), try variables(),
            ]
        }
    }

    // MARK: - Variables of the deployment

    /// By name, in the order of the file. None of them is secret.
    private var values: [(name: String, value: String)] {
        let issuer = issuer?.text ?? ""
        switch provider {
        case .convexAuth: return []
        case .customJWT:
            let set = Base64.encode((key?.jwks.json.compactJSON ?? "").utf8.span)
            return [
                ("JWT_ISSUER", issuer), ("JWT_AUDIENCE", audience),
                ("JWKS_DATA_URI", "data:application/json;base64,\(set)"),
            ]
        case .clerk: return [("CLERK_JWT_ISSUER_DOMAIN", issuer)]
        case .auth0: return [("AUTH0_DOMAIN", issuer + "/"), ("AUTH0_CLIENT_ID", audience)]
        }
    }

    private func variables() throws(AuthKeysError) -> EmittedFile {
        let text = try PublicVariables.text(
            values, comment: "\(EmittedFile.mayBeCommitted) npx convex env set < \(Self.variablesName)",
            in: Self.variablesName)
        return EmittedFile(Self.variablesName, "the variables that it names", public: text)
    }

    // MARK: - TypeScript. No value stands in it: it reads variables of the deployment.

    private static let head = "// \(EmittedFile.mayBeCommitted)\n"

    private var convexAuthConfig: String {
        Self.head + """
            // CONVEX_SITE_URL is built in: on a self-hosted deployment it is CONVEX_SITE_ORIGIN, where the world reaches port
            // 3211. It is the issuer of the tokens. JWT_ISSUER is read by nothing.
            export default {
              providers: [{ domain: process.env.CONVEX_SITE_URL, applicationID: "convex" }],
            };

            """
    }

    private var convexAuthRoutes: String {
        Self.head + """
            // Serves /.well-known/openid-configuration and /.well-known/jwks.json, by which the backend verifies tokens.
            import { httpRouter } from "convex/server";
            import { auth } from "./auth";

            const http = httpRouter();

            auth.addHttpRoutes(http);

            export default http;

            """
    }

    private var convexAuthSetup: String {
        Self.head + """
            // Signs with the variable JWT_PRIVATE_KEY of the deployment and publishes its variable JWKS.
            import { convexAuth } from "@convex-dev/auth/server";
            import { Password } from "@convex-dev/auth/providers/Password";

            export const { auth, signIn, signOut, store, isAuthenticated } = convexAuth({
              providers: [Password],
            });

            """
    }

    private var customJWTConfig: String {
        Self.head + """
            // Tokens need a kid that stands in the set, iss = JWT_ISSUER and aud = JWT_AUDIENCE. With the set in a variable, as a
            // data: URI, nothing is fetched and nothing is cached: a new set counts from the moment it is set.
            export default {
              providers: [
                {
                  type: "customJwt",
                  issuer: process.env.JWT_ISSUER!,
                  applicationID: process.env.JWT_AUDIENCE!,
                  jwks: process.env.JWKS_DATA_URI!,
                  algorithm: "RS256",
                },
              ],
            };

            """
    }

    private var hostedConfig: String {
        provider == .clerk
            ? Self.head + """
                // CLERK_JWT_ISSUER_DOMAIN is the Frontend API URL of the Clerk instance, https://….clerk.accounts.dev or
                // https://clerk.YOUR-DOMAIN, without a slash at its end. The JWT template in Clerk has to be called "convex".
                export default {
                  providers: [{ domain: process.env.CLERK_JWT_ISSUER_DOMAIN!, applicationID: "convex" }],
                };

                """
            : Self.head + """
                // AUTH0_DOMAIN is https://TENANT.REGION.auth0.com/ with the slash that Auth0's issuer has: the two are compared byte
                // for byte. AUTH0_CLIENT_ID is the client ID of the application, the aud of its ID tokens.
                export default {
                  providers: [{ domain: process.env.AUTH0_DOMAIN!, applicationID: process.env.AUTH0_CLIENT_ID! }],
                };

                """
    }
}
