using Gongkai.Desk.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Gongkai.Desk.Editing;

/// <summary>The largest form that the desk reads: some 1.3 million Chinese characters.</summary>
internal sealed class FormLimitAttribute : BodyLimitAttribute
{
    private const int MaximumBytes = 4 << 20;

    /// <summary>A list of 500 question–answer pairs has some thousands of values.</summary>
    private static readonly FormOptions Options = new() { ValueCountLimit = 20_000, KeyLengthLimit = 2_048, ValueLengthLimit = MaximumBytes, MultipartBodyLengthLimit = MaximumBytes };

    /// <summary>Prepares a request to be read; whether it may be.</summary>
    public static bool Allow(HttpRequest request) => BodyLimit.Allow(request, MaximumBytes, Options);

    /// <inheritdoc/>
    protected override bool MayRead(HttpContext http) => Allow(http.Request);
}
