// worker make FOLDER COUNT    makes the keys and the tokens of the benchmark
// worker FOLDER               answers Programs/race.c
import AuthKeysJOSE
import Glibc

orFail {
    let arguments = CommandLine.arguments
    if arguments.count == 4, arguments[1] == "make", let count = Int(arguments[3]), count > 2 * Work.keyCount {
        return try WorkFolder.make(arguments[2], count: count)
    }
    guard arguments.count == 2 else { throw Failure(description: "usage: worker make FOLDER COUNT, worker FOLDER") }
    let work = try Work(folder: arguments[1])
    let operations = try Operation.all(work)
    let verification = JWTVerification(keys: work.publicKeys)
    try answer("ready AuthKeysJOSE")
    while let line = readLine() {
        let words = line.split(separator: " ")
        if words.count == 2, words[0] == "accepts" {
            try answer(verification.accepts(String(words[1])) ? "1" : "0")
        } else if words.count == 2, words[0] == "signed", let index = Int(words[1]) {
            try answer(work.signers[index % Work.keyCount].sign(work.payloads[index]))
        } else if words.count == 3, let operation = operations.first(where: { $0.name == words[0] }),
            let threads = Int(words[1]), let count = Int(words[2])
        {
            try answer("\(run(operation, threads: threads, count: count))")
        } else {
            try answer("unknown")
        }
    }
}

func answer(_ line: String) throws {
    try Files.write(Array("\(line)\n".utf8), to: STDOUT_FILENO)
}
