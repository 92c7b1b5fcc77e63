/**
 * The defect of a finite transformation: the sums that it is made of, block by block, and its
 * bounds. What is transformed, and how a model is asked, is not known here.
 */
@NullMarked
package org.liegg.metrics.finite;

import org.jspecify.annotations.NullMarked;
