import AuthKeysCommand

AuthKeysTool.main(CommandLine.arguments)
