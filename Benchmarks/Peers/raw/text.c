#include "raw.h"

#include <string.h>

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/* 64 for what is not in the alphabet. */
static const uint8_t *values(void)
{
    static uint8_t table[256];
    static bool is_made;
    if (!is_made) {
        memset(table, 64, sizeof table);
        for (uint8_t value = 0; value < 64; value++) table[(uint8_t)alphabet[value]] = value;
        is_made = true;
    }
    return table;
}

long base64url_decode(struct text text, uint8_t *bytes, size_t capacity)
{
    const uint8_t *table = values();
    size_t length = text.length / 4 * 3 + text.length % 4 * 3 / 4;
    if (text.length % 4 == 1 || length > capacity) return -1;
    const uint8_t *input = (const uint8_t *)text.start, *end = input + text.length / 4 * 4;
    uint8_t seen = 0;
    for (; input < end; input += 4) {
        uint8_t a = table[input[0]], b = table[input[1]], c = table[input[2]], d = table[input[3]];
        seen |= a | b | c | d;
        *bytes++ = (uint8_t)(a << 2 | b >> 4);
        *bytes++ = (uint8_t)(b << 4 | c >> 2);
        *bytes++ = (uint8_t)(c << 6 | d);
    }
    if (text.length % 4 >= 2) {
        uint8_t a = table[input[0]], b = table[input[1]];
        seen |= a | b;
        *bytes++ = (uint8_t)(a << 2 | b >> 4);
        if (text.length % 4 == 3) {
            uint8_t c = table[input[2]];
            seen |= c;
            *bytes++ = (uint8_t)(b << 4 | c >> 2);
        }
    }
    return seen >= 64 ? -1 : (long)length;
}

size_t base64url_encode(const uint8_t *bytes, size_t length, char *text)
{
    char *out = text;
    for (; length >= 3; bytes += 3, length -= 3) {
        *out++ = alphabet[bytes[0] >> 2];
        *out++ = alphabet[(bytes[0] << 4 | bytes[1] >> 4) & 63];
        *out++ = alphabet[(bytes[1] << 2 | bytes[2] >> 6) & 63];
        *out++ = alphabet[bytes[2] & 63];
    }
    if (length > 0) {
        *out++ = alphabet[bytes[0] >> 2];
        *out++ = alphabet[(bytes[0] << 4 | (length == 2 ? bytes[1] >> 4 : 0)) & 63];
        if (length == 2) *out++ = alphabet[bytes[1] << 2 & 63];
    }
    return (size_t)(out - text);
}

static bool quoted(const char **cursor, struct text *text)
{
    if (**cursor != '"') return false;
    text->start = ++*cursor;
    size_t length = strcspn(text->start, "\"\\");
    if (text->start[length] != '"') return false;
    text->length = length;
    *cursor += length + 1;
    return true;
}

bool next_member(const char **cursor, struct member *member)
{
    if (**cursor != '{' && **cursor != ',') return false;
    ++*cursor;
    if (!quoted(cursor, &member->name) || **cursor != ':') return false;
    ++*cursor;
    if (**cursor == '"') return quoted(cursor, &member->value);
    member->value = (struct text){*cursor, strspn(*cursor, "0123456789")};
    *cursor += member->value.length;
    return member->value.length > 0;
}

bool is(struct text text, const char *other)
{
    return strncmp(text.start, other, text.length) == 0 && other[text.length] == '\0';
}
