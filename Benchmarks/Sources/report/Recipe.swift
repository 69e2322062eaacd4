/// The shell recipe that `generate` replaces, without the step that makes the key.
func recipeSection(_ samples: Samples) -> String {
    let title = "## The shell recipe it replaces\n\n"
    if let reason = samples.reasons["recipe"] { return "\(title)Left out: \(reason).\n" }
    let overhead = samples.overhead("overhead/folder")
    var table = Table("besides making the key", "runs", "ms, median [p10..p90]", "to authkeys", "peak MB")
    let recipe = samples.wall("recipe/shell")
    table.add(
        "`openssl pkey -pubout`, `node` SPKI to JWK", "\(recipe.count)", spread(recipe, 1),
        decimal(recipe.median / overhead.median, 1), decimal(samples.peak("recipe/shell"), 1))
    table.add(
        "`authkeys generate --out DIR`, which proves it too", "\(overhead.count)", spread(overhead, 1),
        decimal(overhead.isEmpty ? nil : 1, 1), decimal(samples.peak("keys-2048/authkeys-folder"), 1))
    return "\(title)\(table)\n"
}
