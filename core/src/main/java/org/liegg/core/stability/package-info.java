/** Whether an answer holds on other samples: halves of the data, and the data with noise. */
@NullMarked
package org.liegg.core.stability;

import org.jspecify.annotations.NullMarked;
