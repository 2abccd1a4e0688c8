/** A certificate for localhost that nobody vouches for, good for a hundred years; its key guards nothing. */
export const SELF_SIGNED = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg3qBcBku3uSP3Q11a
V7VHoPCEmivrcyxgTT7nGFz6xDqhRANCAASqxbJrPcmjcWVD4blqzoygA412dJof
2gyxdEANaQhzuOuaVFbT4wdJbHzlOL1yMJxlfSsLW0IAWcFrnzvAOb/Z
-----END PRIVATE KEY-----
`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBljCCATugAwIBAgIUdp61yNmGKCdDUAb9W1WpYTOWgBgwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMjA1NTk1OVoYDzIxMjYxMDI5
MDU1OTU5WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAASqxbJrPcmjcWVD4blqzoygA412dJof2gyxdEANaQhzuOuaVFbT4wdJ
bHzlOL1yMJxlfSsLW0IAWcFrnzvAOb/Zo2kwZzAdBgNVHQ4EFgQU/Axkc9gjeSfd
YasfErEt3X7awB8wHwYDVR0jBBgwFoAU/Axkc9gjeSfdYasfErEt3X7awB8wDwYD
VR0TAQH/BAUwAwEB/zAUBgNVHREEDTALgglsb2NhbGhvc3QwCgYIKoZIzj0EAwID
SQAwRgIhALZak4qsB26oD+p4+ftlTRMaS4Ce9ToOpemDA1mJMCfoAiEA0PsrhzwT
xN9o30zOZlCinyCwlHikEf0YrNV+T7xv2sw=
-----END CERTIFICATE-----
`,
};
