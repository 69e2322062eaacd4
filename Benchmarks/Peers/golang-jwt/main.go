// golang-jwt, answering Programs/race.c: golang-jwt VERSION FOLDER
package main

import (
	"bufio"
	"crypto/rsa"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync"

	"github.com/golang-jwt/jwt"
)

const keyCount = 4

type operation func(first, end int) int

var (
	tokens, kids     []string
	payloads         []jwt.MapClaims
	issuer, audience string
	publicKeys       = map[string]*rsa.PublicKey{}
	privateKeys      []*rsa.PrivateKey
	publicPEMs       [][]byte
	privatePEMs      [][]byte
	parser           = &jwt.Parser{ValidMethods: []string{"RS256"}}
)

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "error:", err)
		os.Exit(1)
	}
}

func key(token *jwt.Token) (interface{}, error) {
	kid, _ := token.Header["kid"].(string)
	if key := publicKeys[kid]; key != nil {
		return key, nil
	}
	return nil, errors.New("no such key")
}

func accepts(token string) bool {
	claims := jwt.MapClaims{}
	parsed, err := parser.ParseWithClaims(token, claims, key)
	return err == nil && parsed.Valid && claims.VerifyIssuer(issuer, true) && claims.VerifyAudience(audience, true)
}

func sign(index int) string {
	token := jwt.NewWithClaims(jwt.SigningMethodRS256, payloads[index])
	token.Header["kid"] = kids[index%keyCount]
	signed, err := token.SignedString(privateKeys[index%keyCount])
	must(err)
	return signed
}

func counting(succeeds func(index int) bool) operation {
	return func(first, end int) int {
		succeeded := 0
		for index := first; index < end; index++ {
			if succeeds(index) {
				succeeded++
			}
		}
		return succeeded
	}
}

var operations = map[string]operation{
	"verify": counting(func(index int) bool { return accepts(tokens[index%len(tokens)]) }),
	"sign":   counting(func(index int) bool { return sign(index%len(payloads)) != "" }),
	"load-public-pem": counting(func(index int) bool {
		_, err := jwt.ParseRSAPublicKeyFromPEM(publicPEMs[index%keyCount])
		return err == nil
	}),
	"load-private-pem": counting(func(index int) bool {
		_, err := jwt.ParseRSAPrivateKeyFromPEM(privatePEMs[index%keyCount])
		return err == nil
	}),
}

func run(operation operation, threads, count int) int {
	if threads == 1 {
		return operation(0, count)
	}
	succeeded := make([]int, threads)
	var running sync.WaitGroup
	for thread := range succeeded {
		running.Add(1)
		go func(thread int) {
			defer running.Done()
			succeeded[thread] = operation(count*thread/threads, count*(thread+1)/threads)
		}(thread)
	}
	running.Wait()
	sum := 0
	for _, each := range succeeded {
		sum += each
	}
	return sum
}

func readLines(path string) []string {
	bytes, err := os.ReadFile(path)
	must(err)
	return strings.Split(strings.TrimSuffix(string(bytes), "\n"), "\n")
}

func readWork(folder string) {
	tokens = readLines(folder + "/tokens")
	kids = readLines(folder + "/kids")
	expected := readLines(folder + "/expected")
	issuer, audience = expected[0], expected[1]
	for _, line := range readLines(folder + "/payloads") {
		claims := jwt.MapClaims{}
		decoder := json.NewDecoder(strings.NewReader(line))
		decoder.UseNumber()
		must(decoder.Decode(&claims))
		payloads = append(payloads, claims)
	}
	for number := 0; number < keyCount; number++ {
		public, err := os.ReadFile(fmt.Sprintf("%s/public-%d.pem", folder, number))
		must(err)
		private, err := os.ReadFile(fmt.Sprintf("%s/private-%d.pem", folder, number))
		must(err)
		publicKey, err := jwt.ParseRSAPublicKeyFromPEM(public)
		must(err)
		privateKey, err := jwt.ParseRSAPrivateKeyFromPEM(private)
		must(err)
		publicPEMs, privatePEMs = append(publicPEMs, public), append(privatePEMs, private)
		publicKeys[kids[number]], privateKeys = publicKey, append(privateKeys, privateKey)
	}
}

func main() {
	readWork(os.Args[2])
	fmt.Printf("ready golang-jwt %s, %s\n", os.Args[1], runtime.Version())
	lines := bufio.NewReader(os.Stdin)
	for {
		line, err := lines.ReadString('\n')
		if err != nil {
			return
		}
		words := strings.Fields(line)
		switch operation := operations[words[0]]; {
		case words[0] == "accepts":
			answer := 0
			if accepts(words[1]) {
				answer = 1
			}
			fmt.Println(answer)
		case words[0] == "signed":
			index, err := strconv.Atoi(words[1])
			must(err)
			fmt.Println(sign(index))
		case operation != nil:
			threads, err := strconv.Atoi(words[1])
			must(err)
			count, err := strconv.Atoi(words[2])
			must(err)
			fmt.Println(run(operation, threads, count))
		default:
			fmt.Println("unknown")
		}
	}
}
