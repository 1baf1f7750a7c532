// Debian builds libxml2 with ICU, and its headers would pull ICU's in, which clash with
// Foundation's own ICU modules. Nothing here needs them.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlschemastypes.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

// `xmlFree` is a mutable global function pointer, which Swift rightly refuses to read.
static inline void khung_free(void *pointer) { xmlFree(pointer); }

// Makes an evaluation that runs in another thread end at its next operation. The field is a whole
// word that libxml2 only reads, so a relaxed atomic store is enough.
static inline void khung_stop(xmlXPathContextPtr context) {
  __atomic_store_n(&context->opLimit, 1UL, __ATOMIC_RELAXED);
}
