/**
 * What actions are written with: field families of known size, features of at most affine fields,
 * homogeneous matrices and their exponential, and the checks and limits that all actions share. It
 * knows no group.
 */
@NullMarked
package org.liegg.groups.field;

import org.jspecify.annotations.NullMarked;
