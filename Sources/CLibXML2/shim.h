// Debian builds libxml2 with ICU, and its headers would pull ICU's in, which clash with
// Foundation's own ICU modules. Nothing here needs them.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

// `xmlFree` is a mutable global function pointer, which Swift rightly refuses to read.
static inline void khung_free(void *pointer) { xmlFree(pointer); }
