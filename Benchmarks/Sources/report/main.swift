// report < SAMPLES
//
// Tables, in Markdown, of what the measuring programs printed.

let samples = orFail { try Samples(lines: Array(sequence(state: ()) { _ in readLine() })) }
let sections = [
    targetSection, startSection, overheadSection, recipeSection, keyGenerationSection, memorySection, throughputSection,
]
print(sections.map { $0(samples) }.joined(separator: "\n"), terminator: "")
