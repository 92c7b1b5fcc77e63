/** The words and numbers of text tables; for the readers of {@link org.liegg.data} alone. */
@NullMarked
package org.liegg.data.text;

import org.jspecify.annotations.NullMarked;
