throw new Error('This test reached the real electron package; mock it or keep electron out of this module.');
