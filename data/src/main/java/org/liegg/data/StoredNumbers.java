package org.liegg.data;

import java.nio.ByteOrder;
import org.liegg.data.support.ElementType;

/**
 * What the header of a binary array says of its numbers.
 *
 * @param type of one number
 * @param order of its bytes
 * @param columnMajor Fortran order: the first axis (the samples) runs fastest
 * @param shape the axes
 * @param offset bytes before the first number
 */
record StoredNumbers(
    ElementType type, ByteOrder order, boolean columnMajor, long[] shape, long offset) {}
