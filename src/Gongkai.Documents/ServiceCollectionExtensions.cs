using Gongkai.Content;
using Gongkai.Documents.Drafts;
using Gongkai.Documents.Kinds;
using Gongkai.Documents.Masking;
using Gongkai.Documents.Pictures;
using Gongkai.Documents.Tables;
using Gongkai.Documents.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Documents;

/// <summary>Registers the reading of documents and pictures.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>Adds what tells, reads and re-encodes files.</summary>
    /// <param name="services">The home's services; it supplies <see cref="IMediaLibrary"/> and <see cref="ISiteFolder"/>.</param>
    /// <param name="limits">How large pictures may be.</param>
    public static IServiceCollection AddGongkaiDocuments(this IServiceCollection services, PictureLimits? limits = null) => services
        .AddSingleton(limits ?? PictureLimits.Default)
        .AddSingleton<IFileKinds, FileKinds>()
        .AddSingleton<IPictures, PictureFiles>()
        .AddSingleton<IDocumentDrafts, DocumentDrafts>()
        .AddSingleton<IFileTexts, KeptTexts>()
        .AddSingleton<IWholeTexts, KeptWholeTexts>()
        .AddSingleton<IDocumentMasking, WordMasking>()
        .AddSingleton<ITableFiles, TableFiles>();
}
