/**
 * Learned generators in a form to be read: sparse, with exact numbers where the noise allows to say
 * them, and what each does. Names and layout of inputs are left to whoever writes them.
 */
@NullMarked
package org.liegg.api.report.readable;

import org.jspecify.annotations.NullMarked;
