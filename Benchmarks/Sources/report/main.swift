// report < SAMPLES
//
// Tables, in Markdown, of what the measuring programs printed.

let samples = orFail { try Samples(lines: Array(sequence(state: ()) { _ in readLine() })) }
let sections = [
    targetSection, startSection, overheadSection, recipeSection, keyGenerationSection, memorySection, verifyingSection,
    signingSection, partsSection, loadingSection, linesSection,
]
print(sections.map { $0(samples) }.joined(separator: "\n"), terminator: "")
