/**
 * Datasets of HDF5 files as samples, MATLAB's files of level 7.3 among them. jHDF reads them, in
 * Java alone; datasets that lie in other files, and links, are left out.
 */
@NullMarked
package org.liegg.data.hdf5;

import org.jspecify.annotations.NullMarked;
