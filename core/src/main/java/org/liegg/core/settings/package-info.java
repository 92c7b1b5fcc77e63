/** How an extraction is done: small records that are validated once, and the only defaults. */
@NullMarked
package org.liegg.core.settings;

import org.jspecify.annotations.NullMarked;
