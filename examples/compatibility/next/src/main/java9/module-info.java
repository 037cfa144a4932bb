/** The new tariffs; the module exports no package. */
module com.acme.next {
  requires com.acme.tariff;
}
