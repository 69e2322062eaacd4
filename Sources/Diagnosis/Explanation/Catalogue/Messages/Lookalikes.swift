extension Catalogue {
    /// Everyday texts in which a message seems to stand, and that are about something else: what overlaps with one of
    /// them is not taken for a message.
    static let lookalikes: [String] = [
        // Signing in to something else than the app.
        "<sign in|log in|login> {}to {}<docker|registry|ghcr|npm|postgres|mysql|database|redis|server|ssh|vpn|github|gitlab|aws|azure|gcloud|cluster|host|container|router>",
        "<docker|ssh|npm|gh auth|az|aws|gcloud|vercel|kubectl|oc|root|ftp|smtp|sudo|heroku|wrangler|psql> <login|sign in>",
        // Other signatures.
        "<webhook|Stripe|Slack|Svix|Twilio|GitHub|package|GPG|commit|image|update|APK|plugin|repository|artifact|kernel|module|tag|file|firmware> signature verification failed",
        "fernet.InvalidToken",
        // Other keys.
        "<after|since> {}rotat{}<API|access|AWS|SSH|SSL|TLS|Stripe|OpenAI|deploy|encryption> key {}<rejected|refused|unauthorized|401|can log in|can sign in>",
        "<SSH|SSL|TLS|GPG|PGP|WireGuard|deploy|server's> private key {}<leaked|committed|exposed|compromised|stolen|in git|in the git|in the log|in a log|in the repo|in our repo|on GitHub>",
        "<committed|pushed|leaked|posted|pasted|published|exposed|shared|printed|checked in> {}<SSH|SSL|TLS|GPG|PGP|WireGuard|deploy> private key",
        // Other connections.
        "<Redis|MQTT|Kafka|Postgres|MySQL|Mongo|Discord|Telegram>{} reconnect {}loop",
        "<Redis|MQTT|Kafka|RabbitMQ|AMQP|Postgres|MySQL|Mongo|MongoDB|Bluetooth|VPN|SMTP|IRC> <client|connection|socket> <keeps|constantly|always> {}<reconnect|disconnect>",
    ]
}
