// golang-jwt: signature, exp, nbf, iat, iss and aud.
package main

import (
	"encoding/json"
	"encoding/pem"
	"fmt"
	"os"
	"strings"

	"github.com/golang-jwt/jwt"
)

type batch struct {
	PublicKey, PrivateKey, PKCS1Key, Issuer, Audience, Claims string
	Tokens                                                    []string
	Headers                                                   []map[string]interface{}
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "error:", err)
		os.Exit(1)
	}
}

// What the library says of tokens that it refuses, and of a text that is no key.
func errorTexts(batch batch) []string {
	key, err := jwt.ParseRSAPublicKeyFromPEM([]byte(batch.PublicKey))
	must(err)
	texts := []string{}
	for _, token := range batch.Tokens {
		parser := jwt.Parser{ValidMethods: []string{"RS256"}}
		_, err := parser.ParseWithClaims(token, jwt.MapClaims{}, func(*jwt.Token) (interface{}, error) { return key, nil })
		if err == nil {
			texts = append(texts, "accepted")
		} else {
			texts = append(texts, err.Error())
		}
	}
	_, err = jwt.ParseRSAPublicKeyFromPEM([]byte("no key"))
	texts = append(texts, err.Error())
	// A private key for a public one, PKCS#1 where an EC key is read, a key that was cut, and a body that is none.
	_, err = jwt.ParseRSAPublicKeyFromPEM([]byte(batch.PrivateKey))
	texts = append(texts, err.Error())
	_, err = jwt.ParseECPrivateKeyFromPEM([]byte(batch.PKCS1Key))
	texts = append(texts, err.Error())
	block, _ := pem.Decode([]byte(batch.PrivateKey))
	for _, body := range [][]byte{block.Bytes[:len(block.Bytes)/2], []byte("no key")} {
		text := pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: body})
		_, err = jwt.ParseRSAPrivateKeyFromPEM(text)
		texts = append(texts, err.Error())
	}
	return texts
}

// nil for a token that is refused.
func verify(token string, batch batch) jwt.MapClaims {
	key, err := jwt.ParseRSAPublicKeyFromPEM([]byte(batch.PublicKey))
	must(err)
	claims := jwt.MapClaims{}
	parser := jwt.Parser{ValidMethods: []string{"RS256", "RS384", "RS512"}, UseJSONNumber: true}
	parsed, err := parser.ParseWithClaims(token, claims, func(*jwt.Token) (interface{}, error) { return key, nil })
	if err != nil || !parsed.Valid || !claims.VerifyIssuer(batch.Issuer, true) ||
		!claims.VerifyAudience(batch.Audience, true) {
		return nil
	}
	return claims
}

func sign(header map[string]interface{}, batch batch) string {
	key, err := jwt.ParseRSAPrivateKeyFromPEM([]byte(batch.PrivateKey))
	must(err)
	claims := jwt.MapClaims{}
	decoder := json.NewDecoder(strings.NewReader(batch.Claims))
	decoder.UseNumber()
	must(decoder.Decode(&claims))
	token := jwt.NewWithClaims(jwt.GetSigningMethod(header["alg"].(string)), claims)
	token.Header = header
	signed, err := token.SignedString(key)
	must(err)
	return signed
}

func main() {
	var batch batch
	must(json.NewDecoder(os.Stdin).Decode(&batch))
	if len(os.Args) > 1 {
		must(json.NewEncoder(os.Stdout).Encode(errorTexts(batch)))
		return
	}
	claims := []jwt.MapClaims{}
	for _, token := range batch.Tokens {
		claims = append(claims, verify(token, batch))
	}
	tokens := []string{}
	for _, header := range batch.Headers {
		tokens = append(tokens, sign(header, batch))
	}
	must(json.NewEncoder(os.Stdout).Encode(map[string]interface{}{"claims": claims, "tokens": tokens}))
}
