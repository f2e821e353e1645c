/* code.c - Crockford's base 32 for enrolment codes. */
#include "code.h"

#include <ctype.h>
#include <sodium.h>
#include <string.h>

enum { SYMBOL_BITS_MASK = 31, GROUP = 4 };

static const char symbols[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

static void hash_symbols(const char text[CODE_SYMBOLS], StoreHash *hash)
{
    crypto_generichash(hash->bytes, sizeof hash->bytes, (const uint8_t *)text, CODE_SYMBOLS, NULL,
                       0);
}

void code_make(char text[CODE_TEXT_BYTES], StoreHash *hash)
{
    uint8_t random[CODE_SYMBOLS];
    char plain[CODE_SYMBOLS];
    size_t at = 0;
    randombytes_buf(random, sizeof random);
    for (size_t i = 0; i < CODE_SYMBOLS; i++) {
        plain[i] = symbols[random[i] & SYMBOL_BITS_MASK];
        if (i > 0 && i % GROUP == 0) {
            text[at++] = '-';
        }
        text[at++] = plain[i];
    }
    text[at] = '\0';
    hash_symbols(plain, hash);
    sodium_memzero(plain, sizeof plain);
    sodium_memzero(random, sizeof random);
}

static char forgiven(char c)
{
    char upper = (char)toupper((unsigned char)c);
    if (upper == 'O') {
        return '0';
    }
    return upper == 'I' || upper == 'L' ? '1' : upper;
}

bool code_read(Str text, StoreHash *hash)
{
    char plain[CODE_SYMBOLS];
    size_t count = 0;
    for (size_t i = 0; i < text.size; i++) {
        char c = forgiven(text.data[i]);
        if (c == '-' || c == ' ') {
            continue;
        }
        if (c == '\0' || strchr(symbols, c) == NULL || count == CODE_SYMBOLS) {
            return false;
        }
        plain[count++] = c;
    }
    if (count != CODE_SYMBOLS) {
        return false;
    }
    hash_symbols(plain, hash);
    return true;
}
