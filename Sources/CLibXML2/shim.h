// libxml2's headers pull in ICU's, which clash with Foundation's own copy of ICU. The encoding
// conversion that ICU would do is done before the parser sees a byte.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>

// `xmlFree` is a mutable global function pointer, which Swift 6 refuses.
static inline void dateline_xmlFree(void *pointer) { xmlFree(pointer); }
