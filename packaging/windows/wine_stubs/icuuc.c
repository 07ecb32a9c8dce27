/* Stands in for Windows' icuuc.dll in a wine test: Qt6Core asks it for text codecs, finds none. */
#include <stddef.h>
#include <stdint.h>

#define UNSUPPORTED 16 /* U_UNSUPPORTED_ERROR */
#define OUT __declspec(dllexport)

OUT void *ucnv_open(const char *name, int *status) { (void)name; *status = UNSUPPORTED; return NULL; }
OUT void ucnv_close(void *converter) { (void)converter; }
OUT void ucnv_reset(void *converter) { (void)converter; }
OUT int8_t ucnv_getMaxCharSize(const void *converter) { (void)converter; return 1; }
OUT const char *ucnv_getName(const void *converter, int *status) { (void)converter; *status = UNSUPPORTED; return NULL; }
OUT int32_t ucnv_countAvailable(void) { return 0; }
OUT const char *ucnv_getAvailableName(int32_t n) { (void)n; return NULL; }
OUT const char *ucnv_getStandardName(const char *name, const char *standard, int *status) { (void)name; (void)standard; *status = UNSUPPORTED; return NULL; }
OUT int32_t ucnv_toUCountPending(const void *converter, int *status) { (void)converter; *status = UNSUPPORTED; return 0; }
OUT int32_t ucnv_fromUCountPending(const void *converter, int *status) { (void)converter; *status = UNSUPPORTED; return 0; }

/* Never reached, as no converter was ever opened; their arguments do not matter. */
#define NEVER(name) OUT void name(void) {}
NEVER(UCNV_FROM_U_CALLBACK_SUBSTITUTE)
NEVER(UCNV_TO_U_CALLBACK_SUBSTITUTE)
NEVER(ucnv_cbFromUWriteUChars)
NEVER(ucnv_cbToUWriteUChars)
NEVER(ucnv_fromUnicode)
NEVER(ucnv_getFromUCallBack)
NEVER(ucnv_getToUCallBack)
NEVER(ucnv_setFromUCallBack)
NEVER(ucnv_setToUCallBack)
NEVER(ucnv_toUnicode)
