/**
 * The types that act on one block by a formula: linear, affine and polynomial ones, and those made
 * of given matrices. Nothing here is made of another action.
 */
@NullMarked
package org.liegg.groups.basic;

import org.jspecify.annotations.NullMarked;
