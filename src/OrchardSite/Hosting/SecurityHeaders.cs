namespace OrchardSite.Hosting;

/// <summary>The security headers of every answer: nothing from outside, no inline script or style, no framing.</summary>
internal static class SecurityHeaders
{
    /// <summary>The headers.</summary>
    public static HeaderPolicyCollection Policy() => new HeaderPolicyCollection()
        .AddContentTypeOptionsNoSniff()
        .AddFrameOptionsDeny()
        .AddReferrerPolicyStrictOriginWhenCrossOrigin()
        .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
        .AddCrossOriginResourcePolicy(policy => policy.SameOrigin())
        .AddPermissionsPolicy(policy =>
        {
            policy.AddCamera().None();
            policy.AddMicrophone().None();
            policy.AddGeolocation().None();
            policy.AddPayment().None();
            policy.AddUsb().None();
        })
        .RemoveServerHeader()
        .AddContentSecurityPolicy(policy =>
        {
            policy.AddDefaultSrc().None();
            policy.AddImgSrc().Self();
            policy.AddStyleSrc().Self();
            policy.AddScriptSrc().Self();
            policy.AddConnectSrc().Self();
            policy.AddFontSrc().Self();
            policy.AddMediaSrc().Self();
            policy.AddManifestSrc().Self();
            policy.AddFormAction().Self();
            policy.AddBaseUri().None();
            policy.AddFrameAncestors().None();
        });
}
