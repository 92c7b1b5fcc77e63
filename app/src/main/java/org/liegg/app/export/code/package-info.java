/** Code in other libraries that keeps a group, or learns to: a text that is run as it is. */
@NullMarked
package org.liegg.app.export.code;

import org.jspecify.annotations.NullMarked;
