using Gongkai.Content;
using Gongkai.Desk.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Gongkai.Desk.Recipes;

/// <summary>Lets a page take a recipe in: as many bytes as one may have and no more.</summary>
internal sealed class UploadLimitAttribute : BodyLimitAttribute
{
    // The form's other fields and what separates them.
    private const long Most = IRecipeRuns.MaxUpload + (64 * 1024);

    private static readonly FormOptions Options = new() { MultipartBodyLengthLimit = Most, ValueCountLimit = 20, ValueLengthLimit = 4096, KeyLengthLimit = 256, MultipartHeadersLengthLimit = 16 * 1024 };

    /// <inheritdoc/>
    protected override bool MayRead(HttpContext http) => BodyLimit.Allow(http.Request, Most, Options);
}
