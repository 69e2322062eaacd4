//! jsonwebtoken, answering Programs/race.c: jsonwebtoken-worker VERSION FOLDER

use std::collections::HashMap;
use std::fs;
use std::io::{self, BufRead, Write};
use std::ops::Range;

use jsonwebtoken::{decode, decode_header, encode, Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};

const KEYS: usize = 4;

#[derive(Serialize, Deserialize)]
struct Claims {
    iss: String,
    sub: String,
    aud: String,
    iat: i64,
    nbf: i64,
    exp: i64,
    jti: String,
}

struct Work {
    tokens: Vec<String>,
    payloads: Vec<Claims>,
    kids: Vec<String>,
    decoding: HashMap<String, DecodingKey>,
    encoding: Vec<EncodingKey>,
    validation: Validation,
    jwks: Vec<String>,
    public_pems: Vec<Vec<u8>>,
    private_pems: Vec<Vec<u8>>,
}

fn decoding_key(jwk: &str) -> Option<DecodingKey> {
    DecodingKey::from_jwk(&serde_json::from_str(jwk).ok()?).ok()
}

impl Work {
    fn read(folder: &str) -> Work {
        let lines = |name: &str| -> Vec<String> {
            let text = fs::read_to_string(format!("{folder}/{name}")).expect("a file of the work");
            text.lines().map(String::from).collect()
        };
        let numbered = |prefix: &str, suffix: &str| -> Vec<Vec<u8>> {
            (0..KEYS).map(|key| fs::read(format!("{folder}/{prefix}-{key}.{suffix}")).expect("a key")).collect()
        };
        let kids = lines("kids");
        let jwks: Vec<String> =
            numbered("jwk", "json").into_iter().map(|bytes| String::from_utf8(bytes).expect("UTF-8")).collect();
        let private_pems = numbered("private", "pem");
        let expected = lines("expected");
        let mut validation = Validation::new(Algorithm::RS256);
        validation.set_issuer(&expected[..1]);
        validation.set_audience(&expected[1..]);
        validation.set_required_spec_claims(&["exp", "iss", "aud"]);
        validation.validate_nbf = true;
        Work {
            tokens: lines("tokens"),
            payloads: lines("payloads").iter().map(|line| serde_json::from_str(line).expect("claims")).collect(),
            decoding: kids.iter().cloned().zip(jwks.iter().map(|jwk| decoding_key(jwk).expect("a JWK"))).collect(),
            encoding: private_pems.iter().map(|pem| EncodingKey::from_rsa_pem(pem).expect("a PEM")).collect(),
            kids,
            validation,
            jwks,
            public_pems: numbered("public", "pem"),
            private_pems,
        }
    }

    fn accepts(&self, token: &str) -> bool {
        let kid = decode_header(token).ok().and_then(|header| header.kid);
        let key = kid.and_then(|kid| self.decoding.get(&kid));
        key.map_or(false, |key| decode::<Claims>(token, key, &self.validation).is_ok())
    }

    fn sign(&self, index: usize) -> Option<String> {
        let mut header = Header::new(Algorithm::RS256);
        header.kid = Some(self.kids[index % KEYS].clone());
        encode(&header, &self.payloads[index], &self.encoding[index % KEYS]).ok()
    }

    fn run(&self, operation: &str, indices: Range<usize>) -> usize {
        let count = self.tokens.len();
        let succeeds: &dyn Fn(usize) -> bool = match operation {
            "verify" => &|index| self.accepts(&self.tokens[index % count]),
            "sign" => &|index| self.sign(index % count).is_some(),
            "load-jwk" => &|index| decoding_key(&self.jwks[index % KEYS]).is_some(),
            "load-public-pem" => &|index| DecodingKey::from_rsa_pem(&self.public_pems[index % KEYS]).is_ok(),
            "load-private-pem" => &|index| EncodingKey::from_rsa_pem(&self.private_pems[index % KEYS]).is_ok(),
            _ => &|_| false,
        };
        indices.filter(|index| succeeds(*index)).count()
    }

    fn run_on_threads(&self, operation: &str, threads: usize, count: usize) -> usize {
        if threads == 1 {
            return self.run(operation, 0..count);
        }
        std::thread::scope(|scope| {
            let running: Vec<_> = (0..threads)
                .map(|thread| {
                    let indices = count * thread / threads..count * (thread + 1) / threads;
                    scope.spawn(move || self.run(operation, indices))
                })
                .collect();
            running.into_iter().map(|thread| thread.join().expect("a thread")).sum()
        })
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let work = Work::read(&arguments[2]);
    println!("ready jsonwebtoken {}", arguments[1]);
    for line in io::stdin().lock().lines() {
        let line = line.expect("an order");
        let words: Vec<&str> = line.split(' ').collect();
        match words[..] {
            ["accepts", token] => println!("{}", u8::from(work.accepts(token))),
            ["signed", index] => {
                println!("{}", work.sign(index.parse().expect("a number")).unwrap_or_default())
            }
            [operation, threads, count] => {
                let threads = threads.parse().expect("a number");
                println!("{}", work.run_on_threads(operation, threads, count.parse().expect("a number")))
            }
            _ => println!("unknown"),
        }
        io::stdout().flush().expect("standard output");
    }
}
