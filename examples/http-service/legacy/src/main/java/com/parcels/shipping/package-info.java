/** The parcel desk of 2009: prices and delivery days. The shadowed application of the example. */
@NullMarked
package com.parcels.shipping;

import org.jspecify.annotations.NullMarked;
