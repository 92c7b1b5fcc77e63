/**
 * Elements of groups as maps of samples, and groups made of others: copies, direct sums, products
 * and representations on outputs. Nothing is differentiated here.
 */
@NullMarked
package org.liegg.groups.element;

import org.jspecify.annotations.NullMarked;
