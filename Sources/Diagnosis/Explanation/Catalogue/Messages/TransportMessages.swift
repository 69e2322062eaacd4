internal import Encodings

extension Catalogue {
    /// Of programs that could not reach the issuer, the deployment or the JWKS.
    static let transportMessages: [KnownMessage] = [
        KnownMessage(
            [.node, .curl, .others], PipelineCode.unreachable,
            [
                "ECONNREFUSED", "Connection refused", "connect ECONNREFUSED", "Failed to connect to {} port",
                "Failed to connect to {} port {} Couldn't connect to server",
                "Failed to connect to {} port {} Connection refused",
                "Could not resolve host", "ENOTFOUND", "getaddrinfo ENOTFOUND", "EAI_AGAIN", "getaddrinfo EAI_AGAIN",
                "Name or service not known", "Temporary failure in name resolution", "TypeError: fetch failed",
                "failed to lookup address information", "no such host", "dns error",
            ],
            example: "curl: (7) Failed to connect to HOST port PORT after 0 ms: Couldn't connect to server"),
        KnownMessage(
            [.node, .curl, .others], PipelineCode.expiredCertificate,
            [
                "self-signed certificate", "self signed certificate", "SELF_SIGNED_CERT_IN_CHAIN",
                "DEPTH_ZERO_SELF_SIGNED_CERT",
                "unable to verify the first certificate", "UNABLE_TO_VERIFY_LEAF_SIGNATURE", "certificate has expired",
                "CERT_HAS_EXPIRED", "unable to get local issuer certificate", "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
                "SSL certificate problem", "SSL certificate problem: {} certificate", "invalid peer certificate",
                "x509: certificate signed by unknown authority",
                "CERTIFICATE_VERIFY_FAILED", "certificate verify failed", "ERR_TLS_CERT_ALTNAME_INVALID",
                "certificate verify failed: {} certificate",
                "[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: {} certificate",
                "SSL certificate problem: unable to get local issuer certificate",
                "certificate verify failed: unable to get local issuer certificate",
            ],
            example: "curl: (60) SSL certificate problem: unable to get local issuer certificate"),
        KnownMessage(
            [.node, .curl, .others], NetworkCode.timeout,
            [
                "ETIMEDOUT", "connect ETIMEDOUT", "UND_ERR_CONNECT_TIMEOUT", "Connection timed out",
                "Operation timed out after",
                "Resolving timed out", "context deadline exceeded", "^request timed out$",
            ],
            example: "Error: connect ETIMEDOUT 10.0.0.1:443"),
        KnownMessage(
            [.node, .browser, .others], DiscoveryCode.webPage,
            [
                "<JWKS|jwks.json|JSON Web Key Set|openid-configuration>{}Unexpected token '<'",
                "<JWKS|jwks.json|JSON Web Key Set|openid-configuration>{}Unexpected token '<', \"<!doctype",
                "<JWKS|jwks.json|JSON Web Key Set|openid-configuration>{}Unexpected token '<', \"<html",
                "<JWKS|jwks.json|JSON Web Key Set|openid-configuration>{}Unexpected token < in JSON",
                "<JWKS|jwks.json|JSON Web Key Set|openid-configuration>{}invalid character '<' looking for",
                "<JWKS|jwks.json|JSON Web Key Set|openid-configuration>{}Expecting value: line 1 column 1 (char 0)",
            ],
            example: "could not read https://a/.well-known/jwks.json: SyntaxError: Unexpected token '<'",
            widestHole: 160
        ),
        KnownMessage(
            [.others], EnvironmentCode.empty,
            [
                "<JWKS|JWT_PRIVATE_KEY>{}Unexpected end of JSON input",
                "<JWKS|JWT_PRIVATE_KEY>{}EOF while parsing a value at line 1 column 0",
            ],
            example: "cannot parse JWKS: SyntaxError: Unexpected end of JSON input", widestHole: 80),
        KnownMessage(
            [.node, .browser, .others], JSONCode.syntax,
            [
                "Unexpected token < in JSON at position 0", "Unexpected token '<', \"<!doctype",
                "Unexpected token '<', \"<html", "invalid character '<' looking for beginning of value",
                "is not valid JSON{}<!doctype",
            ],
            example: "SyntaxError: Unexpected token '<', \"<!DOCTYPE \"... is not valid JSON"),
        KnownMessage(
            [.node, .browser, .others], JSONCode.syntax,
            [
                "Unexpected end of JSON input", "EOF while parsing a value at line 1 column 0",
                "Expecting value: line 1 column 1 (char 0)",
            ]),
        KnownMessage(
            [.others], NetworkCode.redirect,
            [
                "too many redirects", "Maximum (50) redirects followed", "redirect count exceeded",
                "ERR_TOO_MANY_REDIRECTS",
            ]),
    ]
}
