/** Tests of studies. */
@NullMarked
package org.liegg.study;

import org.jspecify.annotations.NullMarked;
